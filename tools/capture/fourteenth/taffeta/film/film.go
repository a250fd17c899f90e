// Package film renders scenes: small ones all the time, and a large one now and then.
package film

import (
	"context"
	"hash/crc32"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.renderfarm.example/frame/taffeta/frame"
)

var sums atomic.Uint32

// Roll renders thirty small frames a second, and forty large ones at once in the thirty-fifth second and the eightieth.
func Roll(ctx context.Context) {
	line := stock.Text(2000, 3)
	start.Beat(ctx, 30, func(n int) { render(line, 8+n%8, time.Millisecond) })
	for _, at := range []time.Duration{35 * time.Second, 80 * time.Second} {
		time.AfterFunc(at, func() {
			for i := 0; i < 40; i++ {
				go render(line, 250, 2*time.Second)
			}
		})
	}
}

func render(line string, lines int, takes time.Duration) {
	b := frame.Get()
	defer frame.Put(b)
	for i := 0; i < lines; i++ {
		b.WriteString(line)
	}
	time.Sleep(takes)
	sums.Add(crc32.ChecksumIEEE(b.Bytes()))
}
