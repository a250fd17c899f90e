// Command bullfinch keeps shards of a database.
package main

import (
	"context"
	"log"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"
	"go.northlight.example/works/weather"

	"go.bullfinch.example/db/bullfinch/shelf"
)

var catalogue []*stock.Item

func main() {
	proc.Main("bullfinch",
		proc.Func(func(ctx context.Context) error {
			catalogue = stock.Catalogue(14)
			crew.Hire(ctx, 320)
			weather.Gusts(ctx, 200)
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			s := shelf.New(40)
			proc.Tick(ctx, 80*time.Millisecond, func(n int) {
				number := n % 40
				if n%34 == 33 {
					number = 1000 + n
				}
				if err := s.Use(number); err != nil {
					log.Print(err)
				}
			})
			go func() {
				for total := range s.Reports() {
					if total > 1<<20 {
						log.Printf("a shard had %d", total)
					}
				}
			}()
			return nil
		}),
	)
}
