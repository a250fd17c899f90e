// Package merge makes one block of each day's segments.
package merge

import (
	"context"
	"sort"
	"time"
)

// Block is a day's merged rows.
type Block struct {
	Day  int
	Rows []uint32
	Sum  uint32
}

// Job has so many days.
type Job struct{ days, size int }

// New merges days of so many bytes.
func New(days, size int) *Job { return &Job{days: days, size: size} }

func segment(day, part, rows int) []uint32 {
	list := make([]uint32, rows)
	for i := range list {
		list[i] = uint32(day*2654435761 + part*40503 + i*69069)
	}
	return list
}

// Run merges a day each pause, not to be in the way of the service.
func (j *Job) Run(ctx context.Context, pause time.Duration) []*Block {
	var blocks []*Block
	for day := 0; day < j.days && ctx.Err() == nil; day++ {
		b := &Block{Day: day}
		for part := 0; part < 4; part++ {
			b.Rows = append(b.Rows, segment(day, part, j.size/16)...)
		}
		sort.Slice(b.Rows, func(i, k int) bool { return b.Rows[i] < b.Rows[k] })
		for _, row := range b.Rows {
			b.Sum ^= row
		}
		blocks = append(blocks, b)
		time.Sleep(pause)
	}
	return blocks
}
