"""The command ``heltid``: today the solver's own commands, unchanged.

The commands of the service (serve, worker, migrate, user) are added here, so that ``solver`` never has to
know that a service exists.
"""

from solver.cli import main

__all__ = ["main"]
