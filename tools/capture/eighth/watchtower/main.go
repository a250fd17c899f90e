// Command watchtower keeps watch.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.watchtower.example/guard/watchtower/posts"
)

func main() {
	crowd.Main()
	lifecycle.Run("watchtower", func(ctx context.Context) error {
		table := warm.Fill(ctx, 9000, 14*time.Second)
		_, err := crowd.Open(posts.New(ctx, table), 45, 900*time.Millisecond)
		return err
	})
}
