// Package batch rebuilds the aggregates of one batch.
package batch

import (
	"context"
	"fmt"
	"time"

	"gitlab.example.com/data/nightly/internal/group"
)

// Rebuild rebuilds n aggregates.
func Rebuild(ctx context.Context, batch, n int) error {
	tasks, ctx := group.New(ctx, 25)
	for i := 0; i < n; i++ {
		i := i
		tasks.Go(func() error { return aggregate(ctx, batch, i) })
	}
	return tasks.Wait()
}

func aggregate(ctx context.Context, batch, i int) error {
	rows := make([]int64, 4000)
	for j := range rows {
		rows[j] = int64(batch * i * j)
	}
	timer := time.NewTimer(time.Duration(200+i*2) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	if batch%7 == 6 && i == 150 {
		return fmt.Errorf("batch %d: aggregate %d is late", batch, i)
	}
	return nil
}
