// Command heirs stands by to take over shards.
package main

import (
	"log"
	"net"
	"os"
	"path/filepath"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"go.succession.example/shards/heirs/candidate"
	"go.succession.example/shards/heirs/leases"
)

var (
	entries []*shelf.Entry
	holders []*candidate.Candidate
)

func main() {
	boot.Up(
		func() error {
			entries = shelf.Entries(5)
			mill.Numbers(5000, 120*time.Millisecond)
			return chatter.Beacons(3, time.Second)
		},
		stand,
	)
}

func stand() error {
	folder, err := os.MkdirTemp("", "leases")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, "leases.sock")
	l, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	board := leases.New()
	go board.Accept(l)
	for shard := 0; shard < 90; shard++ {
		holder := candidate.New(path, shard)
		if err := holder.Acquire(); err != nil {
			return err
		}
		holders = append(holders, holder)
		go func(shard int) {
			if err := candidate.New(path, shard).Lead(); err != nil {
				log.Print(err)
			}
		}(shard)
		if shard%30 == 7 {
			time.AfterFunc(time.Duration(20+shard)*time.Second, holder.Resign)
		}
	}
	return nil
}
