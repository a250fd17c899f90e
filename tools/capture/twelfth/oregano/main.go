// Command oregano decides by the headers of requests.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.orchard.example/grove/crew"
	"go.orchard.example/grove/mill"
	"go.orchard.example/grove/shelf"

	"mix.example/oregano/eval"
	"mix.example/oregano/traffic"
)

var (
	spans  []shelf.Span
	sheets map[int][]byte
)

func main() {
	boot.Main("oregano", func(ctx context.Context) error {
		spans, sheets = shelf.Spans(24), shelf.Sheets(20)
		crew.Start(ctx, 100)
		mill.Letters(ctx, 20)
		mill.Sacks(ctx, 12)
		e := eval.New([]string{"user-agent", "x-request-id", "cookie", ":path"})
		boot.Every(ctx, 6*time.Millisecond, func(n int) { e.Evaluate(traffic.Request(n)) })
		return nil
	})
}
