"""Why a vote is not taken."""

from http import HTTPStatus


class Refusal(Exception):  # noqa: N818 (it is an answer, no fault of the program)
    """A vote that is not counted.

    Args:
        status: of the answer.
        words: why, as a sentence that a reader understands.
        retry_after: after how many seconds it may be sent again, where that helps.
    """

    def __init__(self, status: HTTPStatus, words: str, retry_after: int | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.retry_after = retry_after
