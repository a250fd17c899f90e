// Command cartulary searches segments that are mapped into memory.
package main

import (
	"log"
	"os"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"

	"git.muniment.example/index/cartulary/segment"
	"git.muniment.example/index/cartulary/shards"
)

func main() {
	boot.Up(
		func() error {
			roster.Watchers(25, time.Second)
			mill.Numbers(8000, 250*time.Millisecond)
			return nil
		},
		func() error {
			folder, err := os.MkdirTemp("", "segments")
			if err != nil {
				return err
			}
			set := shards.New(folder)
			for i := 0; i < 40; i++ {
				if err := set.Rewrite(i); err != nil {
					return err
				}
			}
			boot.Every(time.Second, func(turn int) {
				if err := set.Rewrite(turn % 40); err != nil {
					log.Print(err)
				}
			})
			boot.Every(15*time.Millisecond, func(turn int) { set.Find(turn%40, segment.Key(turn)) })
			return nil
		},
	)
}
