// Command silohouse stores records.
package main

import (
	"log"
	"os"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.silohouse.example/store/silohouse/memtable"
)

var entries []*shelf.Entry

func main() {
	boot.Up(
		func() error {
			entries = shelf.Entries(7)
			roster.Watchers(25, 500*time.Millisecond)
			mill.Records(100)
			return chatter.Beacons(10, time.Second)
		},
		func() error {
			folder, err := os.MkdirTemp("", "silo")
			if err != nil {
				return err
			}
			store := memtable.New(folder)
			boot.Every(20*time.Millisecond, func(turn int) {
				for i := 0; i < 25; i++ {
					store.Set(turn*25 + i)
				}
			})
			boot.Every(13*time.Second, func(int) {
				if err := store.Flush(); err != nil {
					log.Print(err)
				}
			})
			return nil
		},
	)
}
