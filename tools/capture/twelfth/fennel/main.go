// Command fennel takes documents from partners and drops those it has seen.
package main

import (
	"context"
	"time"

	"example.org/platform/peer"
	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"docs.example/fennel/intake"
	"docs.example/fennel/partners"
	"docs.example/fennel/seen"
)

var (
	spans  []shelf.Span
	sheets map[int][]byte
)

func main() {
	peer.Main("partners", partners.Send(12, 700*time.Millisecond))
	boot.Main("fennel", func(ctx context.Context) error {
		spans, sheets = shelf.Spans(24), shelf.Sheets(24)
		crew.Start(ctx, 80)
		mill.Seals(ctx, 20)
		mill.Sacks(ctx, 12)
		base, err := boot.Serve(intake.New(seen.New()))
		if err != nil {
			return err
		}
		_, err = peer.Start("partners", base)
		return err
	})
}
