// Package hum are goroutines that any service of this house has: hands at one table, clerks who answer notes,
// night watches, one who looks over bales, and doors on unix sockets with somebody in front of them.
package hum

import (
	"context"
	"log"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"go.drapery.example/loom/start"
)

var done atomic.Int64

type note struct {
	text   string
	answer chan int
}

// Start takes on about n: four in ten hands, three in ten clerks, two in ten watches, and a tenth at doors.
func Start(ctx context.Context, n int) {
	table := make(chan int, 8)
	start.Beat(ctx, 12, shake)
	for i := 0; i < n*4/10; i++ {
		go hand(table)
	}
	start.Beat(ctx, 30, func(n int) { table <- n })
	for i := 0; i < n*3/10; i++ {
		clerk(ctx, i)
	}
	for i := 0; i < n*2/10; i++ {
		go watch(ctx, time.Duration(500+i%13*70)*time.Millisecond)
	}
	if err := doors(ctx, n/20); err != nil {
		log.Print(err)
	}
}

// shake looks over a whole bale, of which nothing is kept.
func shake(n int) {
	bale := make([]int, 40_000)
	for i := range bale {
		bale[i] = i * n % 8191
	}
	slices.Sort(bale)
	done.Add(int64(bale[n%len(bale)] & 1))
}

func hand(table <-chan int) {
	for piece := range table {
		time.Sleep(time.Duration(piece%9) * time.Millisecond)
		done.Add(1)
	}
}

func clerk(ctx context.Context, i int) {
	notes := make(chan note)
	go func() {
		for {
			select {
			case n := <-notes:
				n.answer <- len(n.text)
			case <-ctx.Done():
				return
			}
		}
	}()
	start.Beat(ctx, 0.5+float64(i%7)/10, func(int) {
		n := note{"as usual", make(chan int, 1)}
		notes <- n
		done.Add(int64(<-n.answer))
	})
}

func watch(ctx context.Context, rest time.Duration) {
	for ctx.Err() == nil {
		time.Sleep(rest)
		done.Add(1)
	}
}

func doors(ctx context.Context, n int) error {
	folder, err := os.MkdirTemp("", "doors")
	if err != nil {
		return err
	}
	l, err := net.Listen("unix", filepath.Join(folder, "door"))
	if err != nil {
		return err
	}
	go func() {
		for {
			guest, err := l.Accept()
			if err != nil {
				return
			}
			go attend(guest)
		}
	}()
	for i := 0; i < n; i++ {
		knock, err := net.Dial("unix", l.Addr().String())
		if err != nil {
			return err
		}
		start.Beat(ctx, 0.4+float64(i%5)/10, func(int) { _, _ = knock.Write([]byte("knock")) })
	}
	return nil
}

func attend(guest net.Conn) {
	defer guest.Close()
	word := make([]byte, 16)
	for {
		if _, err := guest.Read(word); err != nil {
			return
		}
		done.Add(1)
	}
}
