from pathlib import Path


def build(folder: Path) -> None:
    with (folder / "memberships.csv").open("a") as table:
        table.writelines(f",nobody-{number},MEMBER_OF,health-board,,,,,stated,minutes:4,\n" for number in range(10_000))
