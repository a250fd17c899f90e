// Package upstream is the database.
package upstream

import (
	"bufio"
	"fmt"
	"log"
	"net"
)

// Serve answers every line.
func Serve(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer c.Close()
			lines := bufio.NewScanner(c)
			for lines.Scan() {
				if _, err := fmt.Fprintln(c, "row of", lines.Text()); err != nil {
					return
				}
			}
		}()
	}
}
