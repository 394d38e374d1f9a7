"""Runs the page where there is no network but loopback: alone.py PROGRAM FOLDER. Prints a status and how many documents."""
import fcntl
import os
import socket
import struct
import sys

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools')]

from bench import Bench  # noqa: E402
from server import Page  # noqa: E402

SIOCSIFFLAGS, IFF_UP = 0x8914, 1
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    fcntl.ioctl(one, SIOCSIFFLAGS, struct.pack('16sh', b'lo', IFF_UP))
with Page(Bench(sys.argv[1], os.getcwd()), sys.argv[2]) as page:
    answer = page.call('POST', '/api/documents')
    print(answer.status, answer.body.count(b'"href"'))
