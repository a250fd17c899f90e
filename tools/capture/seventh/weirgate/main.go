// Command weirgate exports rows at the rate that the other side allows.
package main

import (
	"fmt"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.millstream.example/export/weirgate/export"
	"go.millstream.example/export/weirgate/table"
)

var words map[string]*shelf.Entry

func main() {
	boot.Up(
		func() error {
			words = shelf.Vocabulary(7)
			mill.Records(150)
			return chatter.Beacons(5, time.Second)
		},
		func() error {
			x := export.New(200, 30)
			go x.Run()
			for i := 0; i < 70; i++ {
				go table.New(fmt.Sprint("table-", i)).Dump(x)
			}
			return nil
		},
	)
}
