"""A kernel's channel that stays connected until the kernel has answered everything it was asked.

Jupyter Server closes channels while answers are under way in two everyday cases. When a page is reloaded
while several cells wait, nobody receives their answers. And before a page may use a kernel, the server
asks the kernel for its name every half second on two extra channels, and closes them at the first
answer, which on a busy machine is not the last. Deno's kernel does not survive that: after two answers to
a closed connection it answers nothing more ("Shell error: Codec Error: Broken pipe").
"""


class PatientStream:
    """A ZMQStream that waits for its answers when it is closed.

    To its owner it is closed at once: messages that still come in are not passed on.
    """

    def __init__(self, stream):
        self.stream = stream
        self.unanswered = 0
        self.left = False

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def send_multipart(self, *args, **options):
        self.unanswered += 1
        self.stream.send_multipart(*args, **options)

    def on_recv(self, callback, copy=True):
        def take(message):
            self.unanswered -= 1
            callback(message)

        self.stream.on_recv(callback and take, copy)

    def on_recv_stream(self, callback, copy=True):
        self.on_recv(callback and (lambda message: callback(self, message)), copy)

    def closed(self):
        return self.left or self.stream.closed()

    def close(self, linger=None):
        if self.closed():
            return
        self.left = True
        self.stream.on_recv(self.drop)
        if self.unanswered <= 0:
            self.stream.close(linger)

    def drop(self, _):
        self.unanswered -= 1
        if self.unanswered <= 0:
            self.stream.close()

    def give_up(self):
        """No more answers will come."""
        if self.left and not self.stream.closed():
            self.stream.close(0)
