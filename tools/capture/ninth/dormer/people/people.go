// Package people is the other end.
package people

import (
	"bufio"
	"fmt"
	"net"
	"time"
)

// Come brings 450, one each ninth of a second.
func Come(_ net.Listener, target string) {
	for i := 0; i < 450; i++ {
		go live(target, i)
		time.Sleep(110 * time.Millisecond)
	}
	select {}
}

func live(target string, number int) {
	words := 1 << 30
	if number%10 == 9 {
		words = 1
	}
	for {
		visit(target, number, words)
		time.Sleep(2 * time.Second)
	}
}

func visit(target string, number, words int) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer c.Close()
	back := bufio.NewScanner(c)
	_, err = fmt.Fprintf(c, "person-%d\n", number)
	for i := 0; i < words && err == nil; i++ {
		_, err = fmt.Fprintln(c, "HERE", i)
		if !back.Scan() {
			return
		}
		time.Sleep(25*time.Second + time.Duration(number%100)*100*time.Millisecond)
	}
	_, _ = fmt.Fprintln(c, "BYE")
}
