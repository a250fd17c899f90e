// Command rulebook judges payments.
package main

import (
	"context"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/traffic"

	"fraud.example/rulebook/rules"
)

func start(ctx context.Context) error {
	book := rules.NewBook()
	go book.Load(ctx, 40000, 40*time.Second)
	jobs.Every(ctx, 20*time.Millisecond, func(n int) { book.Judge(n) })
	bus.NewTopic(ctx, "payments", 50, 250*time.Millisecond)
	traffic.Documents(ctx, 3000)
	return nil
}

func main() { run.Service("rulebook", start) }
