// Command deliverybox takes in delivered files.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"acme.example/deliverybox/intake"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(18)
	dir, err := deliveries(40)
	if err != nil {
		return err
	}
	inbox := intake.NewInbox(dir)
	pool := jobs.NewPool(ctx, 4, 8)
	jobs.Every(ctx, 120*time.Millisecond, func(n int) {
		pool.Submit(ctx, func() { inbox.Take(fmt.Sprintf("delivery-%d.csv", n%40)) })
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func deliveries(n int) (string, error) {
	dir, err := os.MkdirTemp("", "deliveries")
	for i := 0; i < n && err == nil; i++ {
		err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("delivery-%d.csv", i)), []byte("id;name\n1;one\n"), 0o600)
	}
	return dir, err
}

func main() { run.Service("deliverybox", start) }
