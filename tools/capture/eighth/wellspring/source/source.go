// Package source is where springs are known.
package source

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"time"
)

// Source is asked over one connection for each question.
type Source struct{ address string }

// New asks at address.
func New(address string) *Source { return &Source{address: address} }

// Fetch asks for a spring.
func (s *Source) Fetch(key string) (string, error) {
	c, err := net.DialTimeout("tcp", s.address, 3*time.Second)
	if err != nil {
		return "", err
	}
	defer c.Close()
	if _, err := fmt.Fprintln(c, key); err != nil {
		return "", err
	}
	return s.read(c)
}

func (s *Source) read(c net.Conn) (string, error) {
	line, err := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(line), err
}

// Serve is the other end.
func Serve(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go answer(c)
	}
}

func answer(c net.Conn) {
	defer c.Close()
	line, err := bufio.NewReader(c).ReadString('\n')
	if err != nil {
		return
	}
	var n int
	if _, err := fmt.Sscanf(line, "/%d", &n); err == nil && n >= 8000 {
		select {}
	}
	time.Sleep(20 * time.Millisecond)
	_, _ = fmt.Fprintf(c, "spring %s", line)
}
