// Package link keeps a line to a station.
package link

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"sync/atomic"
	"time"
)

// Link is a line that is made again when it breaks.
type Link struct {
	address string
	station int
	heard   int64
	beats   int64
}

// New is a line to a station.
func New(address string, station int) *Link { return &Link{address: address, station: station} }

// Run keeps the line until ctx ends.
func (l *Link) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := l.connect(ctx); err != nil {
			select {
			case <-time.After(500 * time.Millisecond):
			case <-ctx.Done():
			}
		}
	}
}

func (l *Link) connect(ctx context.Context) error {
	var dialer net.Dialer
	c, err := dialer.DialContext(ctx, "tcp", l.address)
	if err != nil {
		return err
	}
	defer c.Close()
	quiet := make(chan struct{}, 1)
	go l.watch(ctx, c, quiet)
	if _, err := fmt.Fprintf(c, "station %d\n", l.station); err != nil {
		return err
	}
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		atomic.AddInt64(&l.heard, 1)
		select {
		case quiet <- struct{}{}:
		default:
		}
	}
	return fmt.Errorf("station %d hung up", l.station)
}

// watch closes a line that was quiet for a quarter of an hour.
func (l *Link) watch(ctx context.Context, c net.Conn, heard <-chan struct{}) {
	silence := time.NewTimer(15 * time.Minute)
	defer silence.Stop()
	for {
		select {
		case <-heard:
			silence.Reset(15 * time.Minute)
			atomic.AddInt64(&l.beats, 1)
		case <-silence.C:
			c.Close()
		case <-ctx.Done():
			return
		}
	}
}
