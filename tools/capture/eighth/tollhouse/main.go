// Command tollhouse lets carts pass.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.turnpike.example/road/tollhouse/passage"
)

func main() {
	crowd.Main()
	lifecycle.Run("tollhouse", func(ctx context.Context) error {
		tariff := warm.Fill(ctx, 8000, 10*time.Second)
		_, err := crowd.Open(passage.New(ctx, tariff), 120, 600*time.Millisecond)
		return err
	})
}
