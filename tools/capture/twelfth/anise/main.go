// Command anise looks at sites and notes what they answer.
package main

import (
	"context"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"survey.example/anise/grab"
	"survey.example/anise/rounds"
	"survey.example/anise/sites"
)

var spans []shelf.Span

func main() {
	peer.HTTP("sites", http.HandlerFunc(sites.Answer))
	boot.Main("anise", func(ctx context.Context) error {
		spans = shelf.Spans(30)
		crew.Start(ctx, 130)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 8)
		address, err := peer.Start("sites", "")
		if err != nil {
			return err
		}
		r := rounds.New(grab.New(24), "http://"+address)
		boot.Every(ctx, 50*time.Millisecond, func(n int) { go r.Visit(ctx, n) })
		return nil
	})
}
