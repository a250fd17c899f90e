// Command mortise visits sites.
package main

import (
	"context"
	"log"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.mortise.example/crawl/mortise/crawl"
	"go.mortise.example/crawl/mortise/web"
)

func main() {
	lifecycle.Run("mortise", func(ctx context.Context) error {
		warm.Fill(ctx, 3000, 9*time.Second)
		seen := larder.New[string, []byte](1200)
		c := crawl.New(web.New(900), seen, 24)
		visit := func(turn int) {
			outcome := c.Site(ctx, turn)
			log.Printf("site %d: %d pages, %d missing", turn, outcome.Pages, outcome.Missing)
		}
		go visit(-1)
		lifecycle.Each(ctx, 20*time.Second, visit)
		return nil
	})
}
