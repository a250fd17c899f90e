// Package session is one customer's text.
package session

import (
	"context"
	"fmt"
	"log"
	"time"

	"git.percolate.example/text/filterhost/filter"
)

// Run filters some lines for one customer.
func Run(ctx context.Context, n int) {
	f, err := filter.Start("cat")
	if err != nil {
		log.Print(err)
		return
	}
	for i := 0; i < 10+n%15; i++ {
		answer, err := f.Line(ctx, fmt.Sprintf("line %d of %d", i, n))
		if err != nil {
			log.Print(err)
			return
		}
		if answer == "" {
			return
		}
		time.Sleep(60 * time.Millisecond)
	}
}
