// Package load imports history.
package load

import (
	"context"
	"log"
	"time"
)

const partitions = 400

// History imports all partitions, joins them and ends.
func History(ctx context.Context, takes time.Duration) {
	columns := make(map[int][]float64, partitions)
	for p := 0; p < partitions && ctx.Err() == nil; p++ {
		columns[p] = partition(p)
		time.Sleep(takes / partitions)
	}
	sum := 0.0
	for _, column := range columns {
		sum += column[0]
	}
	log.Printf("imported, checksum %v", sum)
}

func partition(p int) []float64 {
	column := make([]float64, 12800)
	for i := range column {
		column[i] = float64(p * i)
	}
	return column
}
