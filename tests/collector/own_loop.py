"""Runs a coroutine in a thread of its own: a browser that tests drive keeps a loop in the main one."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def run_in_own_loop(coroutine):
    """What the coroutine returns; what it raises is raised."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
