// Package ends are at both ends of the relay.
package ends

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"strings"
	"time"
)

// Far answers each line, but some lines it hears and says nothing more.
func Far(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go answer(c)
	}
}

func answer(c net.Conn) {
	in := bufio.NewScanner(c)
	for in.Scan() {
		if strings.HasPrefix(in.Text(), "quiet") {
			select {}
		}
		fmt.Fprintln(c, "heard", in.Text())
	}
	c.Close()
}

// Near begins six sessions a second and a dozen that stay.
func Near(_ net.Listener, address string) {
	for i := 0; i < 12; i++ {
		go stay(address)
	}
	for n := 0; ; n++ {
		time.Sleep(160 * time.Millisecond)
		go short(address, n)
	}
}

func stay(address string) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		log.Fatal(err)
	}
	in := bufio.NewReader(c)
	for n := 0; ; n++ {
		fmt.Fprintln(c, "still", n)
		if _, err := in.ReadString('\n'); err != nil {
			log.Fatal(err)
		}
		time.Sleep(900 * time.Millisecond)
	}
}

func short(address string, n int) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer c.Close()
	if n%10 == 7 {
		fmt.Fprintln(c, "quiet", n)
		time.Sleep(time.Second)
		return
	}
	fmt.Fprintln(c, "hello", n)
	time.Sleep(700 * time.Millisecond)
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.CloseWrite()
	}
	_, _ = io.Copy(io.Discard, c)
}
