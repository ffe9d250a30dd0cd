from pathlib import Path


def build(folder: Path) -> None:
    with (folder / "seats.csv").open("w") as table:
        table.write("id,subject,relation,object,sources\n")
        table.writelines(f",nobody-{number},MEMBER_OF,health-board,minutes:4\n" for number in range(10_000))
