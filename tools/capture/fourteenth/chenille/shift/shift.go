// Package shift does the branches in turn.
package shift

import (
	"context"
	"fmt"
	"time"

	"git.nightshift.example/batch/chenille/tally"
)

var report = map[int][]tally.Sale{}

// Work does one branch after the other until the context ends; a branch takes about half a minute.
func Work(ctx context.Context) {
	for branch := 0; ctx.Err() == nil; branch++ {
		report[branch%40] = one(ctx, branch)
		time.Sleep(5 * time.Second)
	}
}

func one(ctx context.Context, branch int) []tally.Sale {
	sheet := tally.New()
	for page := 0; page < 280 && ctx.Err() == nil; page++ {
		for i := 0; i < 300; i++ {
			n := page*300 + i
			sheet.Add(tally.Sale{Article: fmt.Sprintf("article-%05d-of-%d", n*7%40_000, branch), Pieces: n%5 + 1, Cents: int64(n * 31 % 9000)})
		}
		time.Sleep(100 * time.Millisecond)
	}
	return sheet.Best(20)
}
