// Package regulars is the process that usually has the shards.
package regulars

import (
	"log"
	"net"
	"time"

	"git.garrison.example/jobs/reservists/claim"
)

// Shards is how many there are.
const Shards = 28

// Serve has the shards of a folder most of the time and never returns.
func Serve(_ net.Listener, folder string) {
	for i := 0; i < Shards; i++ {
		go hold(folder, i)
	}
	select {}
}

func hold(folder string, shard int) {
	time.Sleep(time.Duration(shard) * time.Second)
	for {
		c, err := claim.Take(folder, shard)
		if err != nil {
			log.Fatal(err)
		}
		time.Sleep(time.Duration(30+shard*37%80) * time.Second)
		if err := c.Release(); err != nil {
			log.Print(err)
		}
		time.Sleep(300 * time.Millisecond)
	}
}
