// Package browsers is the other end.
package browsers

import (
	"io"
	"net"
	"time"
)

// Run connects 900 browsers, a few of which come anew each second.
func Run(_ net.Listener, target string) {
	for n := range 900 {
		go browse(target, n)
		if n%50 == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
	select {}
}

func browse(target string, n int) {
	for {
		nc, err := net.Dial("tcp", target)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		io.WriteString(nc, "GET / HTTP/1.1\r\nHost: grove\r\n\r\n")
		if n%9 == 0 {
			time.AfterFunc(time.Duration(20+n%40)*time.Second, func() { nc.Close() })
		}
		io.Copy(io.Discard, nc)
		nc.Close()
	}
}
