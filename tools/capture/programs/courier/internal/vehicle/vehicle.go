// Package vehicle drives around and reports where it is.
package vehicle

import (
	"context"
	"fmt"
	"math/rand"
	"net"
	"time"
)

// Fleet starts n vehicles.
func Fleet(ctx context.Context, address string, n int) {
	for i := 0; i < n; i++ {
		go drive(ctx, address, rand.New(rand.NewSource(int64(i))))
	}
}

func drive(ctx context.Context, address string, random *rand.Rand) {
	for ctx.Err() == nil {
		trip(address, random)
		time.Sleep(time.Duration(random.Intn(300)) * time.Millisecond)
	}
}

func trip(address string, random *rand.Rand) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer conn.Close()
	for i := 0; i < 2+random.Intn(6); i++ {
		if _, err := fmt.Fprintf(conn, "%d;%d\n", random.Intn(9000), random.Intn(9000)); err != nil {
			return
		}
		time.Sleep(time.Duration(500+random.Intn(1500)) * time.Millisecond)
	}
}
