module example.org/wiredb

go 1.19
