// Package orders takes orders in a few steps.
package orders

import (
	"context"
	"fmt"

	"go.opencensus.io/trace"
)

// Take is order n.
func Take(ctx context.Context, n int) {
	ctx, span := trace.StartSpan(ctx, "orders.take")
	defer span.End()
	span.AddAttributes(trace.Int64Attribute("number", int64(n)), trace.StringAttribute("who", fmt.Sprint("customer ", n%900)))
	for _, step := range []string{"check", "pack"} {
		do(ctx, step, n)
	}
}

func do(ctx context.Context, step string, n int) {
	_, span := trace.StartSpan(ctx, "orders."+step)
	defer span.End()
	span.Annotate([]trace.Attribute{trace.StringAttribute("note", fmt.Sprintf("%s of %d as it should be", step, n))}, "done")
}
