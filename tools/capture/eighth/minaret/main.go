// Command minaret answers at the edge.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.minaret.example/edge/minaret/edge"
	"go.minaret.example/edge/minaret/gauge"
)

func main() {
	crowd.Main()
	lifecycle.Run("minaret", func(ctx context.Context) error {
		table := warm.Fill(ctx, 4000, 8*time.Second)
		_, err := crowd.Open(edge.New(gauge.New(), table), 160, 400*time.Millisecond)
		return err
	})
}
