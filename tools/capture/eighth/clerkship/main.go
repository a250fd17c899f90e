// Command clerkship fetches files.
package main

import (
	"context"
	"time"

	"go.slateworks.example/frame/bounded"
	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"

	"go.clerkship.example/desk/clerkship/archive"
	"go.clerkship.example/desk/clerkship/shared"
)

func main() {
	crowd.Main()
	lifecycle.Run("clerkship", func(ctx context.Context) error {
		scraps := bounded.New[int, []byte](900)
		lifecycle.Each(ctx, 30*time.Millisecond, func(turn int) { scraps.Put(turn, make([]byte, 9000)) })
		_, err := crowd.Open(archive.New(shared.New(), 4*time.Second), 240, 300*time.Millisecond)
		return err
	})
}
