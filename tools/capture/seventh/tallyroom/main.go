// Command tallyroom watches databases.
package main

import (
	"log"
	"time"

	"example.org/platform/peer"
	"example.org/wiredb"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"git.ballotbox.example/watch/tallyroom/metricset"
	"git.ballotbox.example/watch/tallyroom/rounds"
)

// down is the database that nobody runs any more.
const down = "127.0.0.1:9"

var words map[string]*shelf.Entry

func main() {
	peer.Main("database", wiredb.Serve)
	boot.Up(
		func() error {
			words = shelf.Vocabulary(6)
			roster.Watchers(40, time.Second)
			mill.Records(200)
			return nil
		},
		func() error {
			var sets []*metricset.Set
			for i := 0; i < 3; i++ {
				address, err := peer.Start("database", "")
				if err != nil {
					return err
				}
				sets = append(sets, metricset.New(address))
			}
			sets = append(sets, metricset.New(down))
			watch := rounds.New(sets)
			boot.Every(320*time.Millisecond, watch.Round)
			boot.Every(30*time.Second, func(int) { log.Printf("%d failures", watch.Failures()) })
			return nil
		},
	)
}
