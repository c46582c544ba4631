let expectedPage = ""
