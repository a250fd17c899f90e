// Command sandglass gives grants that last a while.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.sandglass.example/quota/sandglass/grants"
)

func main() {
	crowd.Main()
	lifecycle.Run("sandglass", func(ctx context.Context) error {
		table := warm.Fill(ctx, 5000, 9*time.Second)
		_, err := crowd.Open(grants.New(ctx, table, 25*time.Second), 100, 900*time.Millisecond)
		return err
	})
}
