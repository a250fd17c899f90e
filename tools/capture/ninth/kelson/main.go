// Command kelson transforms documents.
package main

import (
	"context"
	"log"
	"time"

	"go.northlight.example/works/crew"
	"go.northlight.example/works/proc"
	"go.northlight.example/works/stock"

	"go.kelson.example/transform/kelson/document"
	"go.kelson.example/transform/kelson/line"
)

var shelves []*stock.Item

func main() {
	proc.Main("kelson",
		proc.Func(func(ctx context.Context) error {
			shelves = stock.Catalogue(18)
			crew.Hire(ctx, 60)
			return nil
		}),
		proc.Func(func(ctx context.Context) error {
			l := line.New(ctx, line.Upper, line.Numbered, line.Folded)
			proc.Tick(ctx, 70*time.Millisecond, func(n int) { l.Put(document.New(n, 120)) })
			go func() {
				sum := 0
				for d := range l.Out() {
					sum += d.Len()
					if d.Number%300 == 299 {
						log.Printf("%d documents, %d KB", d.Number+1, sum>>10)
					}
				}
			}()
			return nil
		}),
	)
}
