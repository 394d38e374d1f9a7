"""Disks of a few pages and disks that cannot be written on, for one check."""
import contextlib
import os
import subprocess

from bench import Skip

PAGE = 4096


@contextlib.contextmanager
def disk(path, options):
    """A tmpfs at `path`; skips the check where this user may not mount one."""
    os.makedirs(path, exist_ok=True)
    done = subprocess.run(['mount', '-t', 'tmpfs', '-o', options, 'tmpfs', path], capture_output=True, text=True)
    if done.returncode != 0:
        raise Skip(f'tmpfs kan inte monteras här: {done.stderr.strip()}')
    try:
        yield path
    finally:
        subprocess.run(['umount', path], check=True)


def small_disk(path, pages):
    return disk(path, f'size={pages * PAGE}')


@contextlib.contextmanager
def read_only(path):
    """What is in the folder stays, and nothing can be written there."""
    if os.geteuid() != 0:
        os.chmod(path, 0o555)
        try:
            yield path
        finally:
            os.chmod(path, 0o755)
        return
    for options in (['--bind', path], ['-o', 'remount,ro,bind']):
        done = subprocess.run(['mount', *options, path], capture_output=True, text=True)
        if done.returncode != 0:
            raise Skip(f'mappen kan inte monteras skrivskyddad här: {done.stderr.strip()}')
    try:
        yield path
    finally:
        subprocess.run(['umount', path], check=True)


def leave_free(path, pages):
    """Fills the disk but for some pages, with a file named 'fyllning'."""
    room = os.statvfs(path).f_bavail - pages
    with open(os.path.join(path, 'fyllning'), 'wb') as file:
        file.write(b'\0' * PAGE * max(room, 0))
