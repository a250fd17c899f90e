// Package devices report readings.
package devices

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

// Report has first devices at once, and more one by one as the day begins, until there are most.
func Report(address string, first, most int) {
	for i := 0; i < most; i++ {
		go device(address, i)
		if i >= first {
			time.Sleep(260 * time.Millisecond)
		}
	}
	select {}
}

// device reports each two seconds; after a few minutes it connects anew.
func device(address string, i int) {
	for {
		line, err := net.Dial("tcp", address)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		report(line, 60+i%90)
		_ = line.Close()
	}
}

func report(line net.Conn, times int) {
	in := bufio.NewReader(line)
	for n := 0; n < times; n++ {
		if _, err := fmt.Fprintf(line, "%d.%d\n", n*7%40, n%10); err != nil {
			return
		}
		if _, err := in.ReadString('\n'); err != nil {
			return
		}
		time.Sleep(2 * time.Second)
	}
}
