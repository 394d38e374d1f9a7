#include "web/server.hpp"

#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/scratch_folder.hpp"
#include "web/calls.hpp"
#include "web/desktop.hpp"
#include "web/folder_list.hpp"
#include "web/gate.hpp"
#include "web/instance.hpp"
#include "web/json.hpp"
#include "web/secret.hpp"
#include "web/upload.hpp"

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/ThreadPool.h>
#include <signal.h>

#include <ctime>
#include <new>
#include <optional>
#include <ostream>
#include <thread>

namespace lg::web {
namespace {

constexpr auto last_words = std::chrono::milliseconds(150);  // for answers that are on their way

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

constexpr auto between_looks = std::chrono::milliseconds(100);

constexpr int most_threads = 128;  // a page looks with one and works with another; the silent have one each
constexpr int most_waiting = 256;  // connections that no thread has taken yet
constexpr long read_timeout = 10;  // seconds without a byte
constexpr long keep_alive_timeout =
    60;  // seconds between calls; a browser that finds its line cut must begin anew

bool is_known(const std::string& version) {
  return version == HTTPServerRequest::HTTP_1_1 || version == HTTPServerRequest::HTTP_1_0;
}

Answer answer_to(Calls& calls, HTTPServerRequest& request) {
  try {
    if (!is_known(request.getVersion())) throw Refusal{Status::bad_request, "Anropet har fel form.", ""};
    return calls.answer(request);
  } catch (const Refusal& refusal) {
    return refused(refusal);
  } catch (const UnreadableFile& unreadable) {
    const Problem& problem = unreadable.problem();
    return refused({Status::unprocessable, to_text(problem.where) + ": " + problem.message, problem.hint});
  } catch (const std::bad_alloc&) {
    return refused({Status::unprocessable, "Datorns minne räcker inte för filerna.",
                    "Dela upp arbetsböckerna på flera."});
  } catch (const Poco::Exception& error) {
    return refused({Status::bad_request, "Anropet kom inte fram helt.", "Försök igen."});
  } catch (const std::exception& error) {
    return refused({Status::own_fault, "Programmet gjorde fel. Det är vårt fel, inte ditt.",
                    std::string("Anmäl det gärna med den här raden: ") + error.what()});
  }
}

/// What keeps the page to itself (ASVS 3.4): nothing from elsewhere, nothing inline, in nobody's frame.
void set_headers(HTTPServerResponse& response) {
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
               "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cache-Control", "no-store");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

class Handler : public Poco::Net::HTTPRequestHandler {
 public:
  explicit Handler(Calls& calls) : calls_(calls) {}

  void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override {
    const Answer answer = answer_to(calls_, request);
    set_headers(response);
    if (!is_known(request.getVersion())) response.setVersion(HTTPServerRequest::HTTP_1_1);
    response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
    if (!answer.type.empty()) response.setContentType(answer.type);
    for (const auto& [name, value] : answer.headers) response.set(name, value);
    // What a refused call still sends must not be taken for the next call.
    const bool refused = answer.status >= Status::bad_request;
    if (refused) response.setKeepAlive(false);
    if (answer.status == Status::no_content) {
      response.send();
    } else {
      response.sendBuffer(answer.body.data(), answer.body.size());
    }
    const bool has_body = request.hasContentLength() || request.getChunkedTransferEncoding();
    if (refused && has_body) let_go(request);
  }

 private:
  Calls& calls_;
};

class HandlerFactory : public Poco::Net::HTTPRequestHandlerFactory {
 public:
  explicit HandlerFactory(Calls& calls) : calls_(calls) {}
  Poco::Net::HTTPRequestHandler* createRequestHandler(const HTTPServerRequest&) override {
    return new Handler(calls_);  // the server owns it
  }

 private:
  Calls& calls_;
};

/// The signals that end the program, kept from every thread and asked for here.
class EndingSignals {
 public:
  EndingSignals() {
    sigemptyset(&set_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set_, signal);
    ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    ::signal(SIGPIPE, SIG_IGN);  // a page that was closed while it was answered
  }
  /// Waits a moment; true when one came.
  [[nodiscard]] bool came() const {
    constexpr timespec moment = {0, 100'000'000};
    return ::sigtimedwait(&set_, nullptr, &moment) > 0;
  }

 private:
  sigset_t set_{};
};

void tell(const std::string& address, std::ostream& out) {
  out << "Genomgång är öppen på den här adressen, som fungerar en gång:\n" << address << "\n" << std::flush;
}

/// Waits while a page that runs already is starting or ending: then it answers soon, or this one takes over.
std::optional<std::string> address_of_first(Instance& instance, const std::string& folder) {
  constexpr int looks = 50;
  for (int look = 0; look < looks && !instance.first(); ++look) {
    if (auto address = instance.ask(folder)) return address;
    std::this_thread::sleep_for(between_looks);
    instance.retry();
  }
  return {};
}

/// The folder that was named, else the one that was chosen last.
void begin(Calls& calls, const std::filesystem::path& named) {
  if (!named.empty()) return calls.choose(named);
  const auto recent = recent_folders();
  if (recent.empty()) return;
  try {
    calls.choose(recent.front());
  } catch (const Refusal&) {
    return;  // it can no longer be read; the page asks for another
  }
}

Poco::Net::HTTPServerParams::Ptr parameters() {
  Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
  params->setMaxThreads(most_threads);
  params->setMaxQueued(most_waiting);
  params->setTimeout(Poco::Timespan(read_timeout, 0));
  params->setKeepAliveTimeout(Poco::Timespan(keep_alive_timeout, 0));
  return params;
}

}  // namespace

int serve(const ServerRequest& request, std::ostream& out, std::ostream& err) {
  Instance instance;
  if (const auto address = address_of_first(instance, request.folder.string())) {
    if (!request.open_browser || !open_page(*address, instance.folder())) tell(*address, out);
    return cli::Exit::done;
  }
  if (!instance.first()) {
    err << "Genomgång är redan igång men svarar inte. Avsluta den och försök igen.\n";
    return cli::Exit::file_error;
  }
  const EndingSignals signals;
  const cli::ScratchFolder scratch;
  if (!scratch.made()) {
    err << "Mappen för tillfälliga filer går inte att skriva i. Frigör plats där, eller välj en annan med "
           "TMPDIR.\n";
    return cli::Exit::file_error;
  }
  // Of this computer alone, at a port that the system chooses.
  const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
  const unsigned short port = socket.address().port();
  const std::string address = "http://127.0.0.1:" + std::to_string(port);
  Gate gate(port);
  const std::string secret = new_secret();
  Calls calls({gate, request.templates, scratch.path(), request.version, address, secret});

  Poco::ThreadPool threads(2, most_threads);
  Poco::Net::HTTPServer server(new HandlerFactory(calls), threads, socket, parameters());
  server.start();
  instance.announce(port, secret, scratch.path());
  begin(calls, request.folder);
  const std::string opening = address + "/?nyckel=" + gate.new_ticket();
  const bool opened = request.open_browser && open_page(opening, scratch.path());
  tell(opened ? address + "/?nyckel=" + gate.new_ticket() : opening, out);

  bool ending = false;
  while (!ending) {
    const bool idle = std::chrono::steady_clock::now() - calls.last_activity() > request.idle;
    ending = signals.came() || calls.asked_to_quit() || idle;
  }
  server.stop();
  calls.end();  // pages that look get an answer
  std::this_thread::sleep_for(last_words);
  server.stopAll(true);
  out << "Genomgång är avslutad.\n";
  return cli::Exit::done;
}

}  // namespace lg::web
