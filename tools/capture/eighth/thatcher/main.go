// Command thatcher encodes pages.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.thatcher.example/codec/thatcher/buffers"
	"go.thatcher.example/codec/thatcher/press"
)

func main() {
	crowd.Main()
	lifecycle.Run("thatcher", func(ctx context.Context) error {
		titles := warm.Fill(ctx, 7000, 12*time.Second)
		_, err := crowd.Open(press.New(buffers.New(), titles), 50, 800*time.Millisecond)
		return err
	})
}
