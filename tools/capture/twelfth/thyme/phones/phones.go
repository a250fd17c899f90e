// Package phones keep a connection, and get another when it was lost.
package phones

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"net"
	"strings"
	"time"
)

// Carry returns a peer of n phones; each loses its connection after ten seconds to four minutes.
func Carry(n int) func(net.Listener, string) {
	return func(_ net.Listener, base string) {
		address := strings.TrimPrefix(base, "http://")
		for i := 0; i < n; i++ {
			go func() {
				random := rand.New(rand.NewSource(int64(i)))
				time.Sleep(time.Duration(i) * 12 * time.Millisecond)
				for {
					hold(address, time.Duration(10+random.Intn(230))*time.Second)
					time.Sleep(time.Duration(random.Intn(400)) * time.Millisecond)
				}
			}()
		}
		select {}
	}
}

func hold(address string, long time.Duration) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer c.Close()
	fmt.Fprintf(c, "GET /socket HTTP/1.1\r\nHost: phones\r\nConnection: Upgrade\r\nUpgrade: lines\r\n\r\n")
	go func() { _, _ = io.Copy(io.Discard, bufio.NewReader(c)) }()
	for end := time.Now().Add(long); time.Now().Before(end); {
		if _, err := fmt.Fprintln(c, "pong"); err != nil {
			return
		}
		time.Sleep(5 * time.Second)
	}
}
