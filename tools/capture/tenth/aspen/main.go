// Command aspen tells what a host measures.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"
	"go.causeway.example/quay/street"

	"go.aspen.example/probe/aspen/front"
	"go.aspen.example/probe/aspen/scrape"
)

var aliases map[string]string

func main() {
	peer.Main("callers", street.Callers(6, time.Second, 5*time.Second, func(_, _ int) string { return "/samples" }))
	boot.Main("aspen", func(ctx context.Context) error {
		aliases = cargo.Aliases(9)
		hands.Take(ctx, 90)
		spray.Pages(ctx, 30)
		base, err := boot.Serve(front.New(scrape.NewCollector("cpu", "disk", "net", "os", "service")))
		if err != nil {
			return err
		}
		_, err = peer.Start("callers", base)
		return err
	})
}
