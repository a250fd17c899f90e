// Command baobab works off jobs.
package main

import (
	"context"
	"time"

	"go.causeway.example/quay/boot"
	"go.causeway.example/quay/cargo"
	"go.causeway.example/quay/hands"
	"go.causeway.example/quay/spray"

	"go.baobab.example/jobs/baobab/backlog"
	"go.baobab.example/jobs/baobab/crew"
)

var aliases map[string]string

func main() {
	boot.Main("baobab", func(ctx context.Context) error {
		aliases = cargo.Aliases(9)
		hands.Take(ctx, 70)
		spray.Manifests(ctx, 40)
		b := backlog.New()
		for i := 0; i < 9000; i++ {
			b.Push(backlog.Job{Number: i, Input: make([]byte, 3000)})
		}
		for i := 0; i < 8; i++ {
			go crew.Work(ctx, b, 40*time.Millisecond)
		}
		boot.Every(ctx, 10*time.Millisecond, func(n int) { b.Push(backlog.Job{Number: n, Input: make([]byte, 3000)}) })
		return nil
	})
}
